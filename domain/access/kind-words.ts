import type { FileKind } from './data-kinds.js';

/** Each kind of data of a file as a candidate reads it. */
export const KIND_WORDS: { readonly [Kind in FileKind]: string } = {
  identity: 'wie u bent en hoe u te bereiken bent',
  session: 'verslagen van gesprekken met uw jobcoach',
  'confidential-note': 'vertrouwelijke notities',
  plan: 'uw plan, doelen en afspraken',
  'employer-contact': 'contacten met uw werkgever',
  'support-need': 'waar u nog meer hulp bij nodig hebt',
  assessment: 'oordelen over de begeleiding',
  award: 'uren, aanvragen en besluiten',
  absence: 'dagen waarop u er niet was',
  'fit-note': 'wat bij u past in het werk',
  incident: 'incidenten',
  finding: 'bevindingen van het toezicht',
  'under-other-funders': 'trajecten bij andere opdrachtgevers',
  'who-looked': 'wie uw dossier heeft ingezien',
  course: 'hoe uw traject verloopt',
  reachable: 'wie er te bereiken is',
  report: 'verantwoording over de begeleiding',
  'correction-request': 'uw verzoeken om iets te verbeteren',
  'coach-change-request': 'uw verzoeken om een andere jobcoach',
  wishes: 'uw toestemmingen en voorkeuren',
  task: 'wat er nog moet gebeuren',
  rights: 'verzoeken om wissen of beperken',
  retention: 'de bewaartermijn',
  copy: 'een kopie van alles',
};
