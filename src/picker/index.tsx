import './public-path';
import './style.scss';
import { mountLocator } from './mount-locator';
import { openPicker } from './open-picker';

window.sendcloudServicePoints = { openPicker, mountLocator };
