declare module 'virtual:examples' {
  const examples: import('../../tools/site/examples.js').Example[];
  export default examples;
}

declare module '*.css?inline' {
  const text: string;
  export default text;
}
