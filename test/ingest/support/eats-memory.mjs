// A reading that takes all the memory there is.
const kept = [];
for (;;) kept.push({ text: `${kept.length}`, more: [kept.length] });
