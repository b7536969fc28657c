export {};
await import('../../../src/define/all.js');

await import('@lit-labs/ssr-client/lit-element-hydrate-support.js');
