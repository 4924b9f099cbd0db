/** The order in which a database is chosen. */

import { describe, expect, it } from 'vitest';
import { chooseDatabase, type DatabaseProbes } from '../../src/neo4j/choose-database.ts';
import { NoDatabaseError } from '../../src/neo4j/database.ts';

const java17 = { command: 'java', version: '17.0.15', major: 17 };

/** A machine that has nothing, save what is said. */
function machine(has: Partial<DatabaseProbes>): DatabaseProbes {
  const no = async (): Promise<boolean> => false;
  return {
    givenUri: undefined,
    localRunning: no,
    java: async () => undefined,
    maven: no,
    docker: no,
    javaAtLeast: 17,
    ...has,
  };
}

const yes = async (): Promise<boolean> => true;
const never = (): never => {
  throw new Error('asked for nothing');
};

describe('chooseDatabase', () => {
  it('takes the given one and asks nothing else', async () => {
    const probes = machine({
      givenUri: 'bolt://db:7687',
      localRunning: never,
      java: never,
      maven: never,
      docker: never,
    });
    expect(await chooseDatabase(probes)).toBe('given');
  });

  it('takes the local one that runs, also without Java or Maven', async () => {
    expect(await chooseDatabase(machine({ localRunning: yes, java: never, docker: never }))).toBe('local');
  });

  it('starts a local one before it looks for a Docker engine', async () => {
    expect(await chooseDatabase(machine({ java: async () => java17, maven: yes, docker: never }))).toBe(
      'local',
    );
  });

  it('takes a container where Java or Maven is missing or too old', async () => {
    const some = [
      machine({ docker: yes }),
      machine({ docker: yes, maven: yes }),
      machine({ docker: yes, java: async () => java17 }),
      machine({ docker: yes, maven: yes, java: async () => java17, javaAtLeast: 21 }),
    ];
    for (const probes of some) expect(await chooseDatabase(probes)).toBe('container');
  });

  it('takes an empty URI for none', async () => {
    await expect(chooseDatabase(machine({ givenUri: '' }))).rejects.toThrow(NoDatabaseError);
  });

  it('names all three ways and what each lacks where there is none', async () => {
    const fault = await chooseDatabase(machine({})).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(NoDatabaseError);
    expect(String(fault)).toMatch(/1\. NEO4J_URI.*it is not set/);
    expect(String(fault)).toMatch(
      /2\. Java >= 17 with Maven.*no Java was found and Maven \(mvn\) was not found/,
    );
    expect(String(fault)).toMatch(/3\. A Docker engine.*none answers/);
  });

  it('says of a Java that is too old which one it is', async () => {
    const probes = machine({ java: async () => java17, maven: yes, javaAtLeast: 21 });
    await expect(chooseDatabase(probes)).rejects.toThrow(/Java >= 21 .*: Java 17\.0\.15 is too old\.\n/);
  });
});
