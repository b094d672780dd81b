/**
 * Chunks and the map's worker load from the folder PHP names: webpack's own guess breaks where an optimiser moves or
 * joins scripts. Imported before everything else.
 */
import { getConfig } from '../lib/config';

declare let __webpack_public_path__: string;

// eslint-disable-next-line camelcase, prefer-const -- webpack's name, assigned for webpack to read.
__webpack_public_path__ = getConfig().buildUrl;
