import type {NextConfig} from 'next';

const config: NextConfig = {
  // this folder, whatever lockfiles are further up
  turbopack: {root: import.meta.dirname},
  devIndicators: false,
};
export default config;
