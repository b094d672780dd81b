/**
 * The order's screen and the list of orders.
 */
import './order.scss';
import { showAlternatives } from './alternatives';
import { watchCheck } from './bulk-check';
import { listen } from './panel';
import { listenToNotes } from './restore';

listen();
listenToNotes();
showAlternatives();
watchCheck();
