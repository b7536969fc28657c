import '@lit-labs/ssr-client/lit-element-hydrate-support.js';
await import('../../../src/define/all.js');
