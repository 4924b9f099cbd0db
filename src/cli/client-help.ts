/** How a client of tools for agents is configured, as the help of `kg mcp` shows it. */

import type { Text } from '../diagnostics/text.ts';

const CLIENT_CONFIGURATION = `
  { "mcpServers": { "industry-graph": {
      "command": "node",
      "args": ["/path/to/industry-graph/src/cli/kg.mjs", "mcp"],
      "env": { "KG_DATA": "/path/to/industry-graph/.neo4j" } } } }
`;
/** The configuration of a client, in both languages. */
export const CLIENT_HELP: Text = {
  en: `
In the configuration of a client:${CLIENT_CONFIGURATION}With a Neo4j of your own, write NEO4J_URI and its login instead of KG_DATA.`,
  zh: `
客户端配置：${CLIENT_CONFIGURATION}使用自备的 Neo4j 时，请写 NEO4J_URI 及其登录信息，代替 KG_DATA。`,
};
