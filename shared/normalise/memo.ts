/** Longer texts hardly come again, and would make the memory of a bounded number of them unbounded. */
const longestKey = 64;
/** How many answers are kept at most. */
const mostKept = 4_096;
/** For how many questions nothing is kept once keeping has not paid. */
const restingTime = 16 * mostKept;

/**
 * Remembers what a pure function gave, for questions that come again: a county, a mode, a date of a column. It
 * begins anew when it is full; where the answers it kept were asked for less than once each, as in a column of
 * identity numbers, it lets keeping rest for a while. What it gives is always what the function gives.
 *
 * @param make pure; objects it gives are shared, so nobody may change them
 */
export function remembering<Key extends string | number, Answer extends object | string>(
  make: (key: Key) => Answer,
): (key: Key) => Answer {
  let known = new Map<Key, Answer>();
  let found = 0;
  let resting = 0;
  return (key) => {
    if (resting > 0) {
      resting -= 1;
      return make(key);
    }
    const answer = known.get(key);
    if (answer !== undefined) {
      found += 1;
      return answer;
    }
    const made = make(key);
    if (typeof key === 'string' && key.length > longestKey) return made;
    if (known.size >= mostKept) {
      if (found < mostKept) resting = restingTime;
      known = new Map();
      found = 0;
    } else known.set(key, made);
    return made;
  };
}
