/** A seed file → what is written in it, whichever of its forms it has. */

import type { Model, NodeTypeModel } from '../model/model.ts';
import { parseCsv } from './csv/parse-csv.ts';
import { isTable } from './written/is-table.ts';
import type { Report } from './written/report.ts';
import type { ParsedFile, SourceText } from './written/written.ts';
import { parseYaml } from './yaml/parse-yaml.ts';

/**
 * What a seed file says: a table by its name, else YAML.
 * @param types the node types by their keys in seed files
 */
export function parseSeedFile(
  model: Model,
  types: ReadonlyMap<string, NodeTypeModel>,
  source: SourceText,
  report: Report,
): ParsedFile {
  return isTable(source.file) ? parseCsv(model, types, source, report) : parseYaml(source, report);
}
