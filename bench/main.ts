import { answersSuite } from './answers/suite.ts';
import { readingSuite } from './reading/suite.ts';

/** Suites by name: `npm run bench -- reading`. */
const suites: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  reading: readingSuite,
  answers: answersSuite,
};

const [name = '', ...args] = process.argv.slice(2);
const suite = suites[name];
if (suite) await suite(args);
else {
  console.error(`There is no bench "${name}". Benches: ${Object.keys(suites).join(', ')}.`);
  process.exitCode = 1;
}
