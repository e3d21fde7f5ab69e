export { type RhythmReading, rhythmReadings } from './contact-rhythm.js';
