export { type RhythmReading, rhythmDueOn, rhythmReadings, rhythmStretches } from './contact-rhythm.js';
