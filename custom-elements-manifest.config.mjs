export default {
  globs: ['src/elements/**/*-element.ts', 'src/elements/shared/events.ts', 'src/define/ipsm-*.ts'],
  outdir: 'dist',
  litelement: true,
  quiet: true,
};
