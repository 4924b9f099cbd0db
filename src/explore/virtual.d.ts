/** What the build provides. */

declare module 'virtual:vocabulary' {
  /** What the schema declares, packed. */
  const packed: string;
  export default packed;
}

declare module '*.css';
