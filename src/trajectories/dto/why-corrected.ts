/** The reason that every correction comes with. */
export const WHY_CORRECTED = {
  description: 'Waarom dit wordt verbeterd (reden).',
  example: 'De datum was verkeerd.',
};
