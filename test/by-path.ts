/** The order in which test files run: that of their paths, so that those of one folder, on the same seeds, follow each other. */

import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Sorts by project group, project and path, whatever earlier runs took. */
export class ByPath extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const group = ({ project }: TestSpecification) => project.config.sequence.groupOrder;
    const name = ({ project, moduleId }: TestSpecification) => `${project.name} ${moduleId}`;
    return files.toSorted((a, b) => group(a) - group(b) || (name(a) < name(b) ? -1 : 1));
  }
}
