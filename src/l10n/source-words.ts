import type {Catalogue} from './use-catalogue.js';

/** The catalogue of Kazakh: its words stand in the sources. In the package they are here. */
export const templates: Catalogue = {};
