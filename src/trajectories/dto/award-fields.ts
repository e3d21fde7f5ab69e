/* What the fields of applications, grants, objections and approvals say about themselves alike. */

export const REGIME = {
  description: 'Het begeleidingsregime: zeer licht, licht, midden of intensief.',
  example: 'medium',
};

export const EVIDENCE = {
  description: 'De beschikking, als de jobcoachorganisatie die overneemt van papier.',
  optional: true,
};

export const CORRECTION = {
  description: 'Waarom dit wordt verbeterd (reden).',
  example: 'De datum was verkeerd.',
};
