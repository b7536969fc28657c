/** Scripts of the gallery that are bundled, by the name that its pages know. */
export const galleryEntries = {
  gallery: 'demo/client/gallery/page.ts',
  'gallery-frame': 'demo/client/gallery/frame.ts',
};
