throw new TypeError('a bug of ours');
