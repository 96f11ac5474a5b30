import { storyCheckout } from '../in-story.js';

window.fetch = (url, init) => storyCheckout().fetch(url, init);
