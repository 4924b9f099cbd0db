/** Prints how large each room of `src/` is, as a Markdown table; with `--naming`, the lines that name a type. */

import { readModel } from '../../src/model/schema/read-model.ts';
import { measureHouse, renderHouse } from './measure-house.ts';

const rooms = measureHouse(readModel('schema'));
process.stdout.write(`${renderHouse(rooms)}\n`);
if (process.argv.includes('--naming')) {
  process.stdout.write(`\n${rooms.flatMap(({ naming }) => naming).join('\n')}\n`);
}
