/**
 * Chunks and the map's worker load from the folder PHP names: webpack's own guess breaks where an optimiser moves or
 * joins scripts. Imported before everything else.
 */
import { getConfig } from '../lib/config';

/* eslint-disable camelcase, prefer-const, @typescript-eslint/no-unused-vars -- webpack's own name, which webpack reads. */
declare let __webpack_public_path__: string;

__webpack_public_path__ = getConfig().buildUrl;
