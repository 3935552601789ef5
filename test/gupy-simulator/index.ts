import { createApp } from './app.tsx';

// oxlint-disable-next-line import/no-default-export -- a Worker's entry is its default export
export default createApp();
