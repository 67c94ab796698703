import { publishFacts } from '../../test/api/support/county.ts';
import { endpoint } from '../../test/api/support/endpoint.ts';
import { beginning, costSince } from '../cost.ts';
import { madeProvince } from './made-province.ts';
import { questions } from './questions.ts';

/** One question to an endpoint over a province in memory, in a process of its own; prints what it cost as JSON. */
const [name = ''] = process.argv.slice(2);
const question = questions[name];
if (!question) throw new Error(`There is no question "${name}".`);
const province = endpoint();
for (const facts of madeProvince()) await publishFacts(province.items, facts.area, [facts]);
const began = beginning();
const { status, body } = await province.getAs(question.audience, question.url);
if (status !== 200) throw new Error(body);
console.log(JSON.stringify(costSince(began, `${body.length} characters`)));
