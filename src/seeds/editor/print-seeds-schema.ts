/** Prints the schema of seed files to schema/seeds.schema.json, where a test holds it fresh. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readModel } from '../../model/schema/read-model.ts';
import { printSeedsSchema } from './seeds-schema.ts';

writeFileSync(join('schema', 'seeds.schema.json'), printSeedsSchema(readModel('schema')));
