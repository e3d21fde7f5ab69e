import { unknownMember } from '../../../domain/shared/decider.js';
import type { Task } from '../../../domain/tasks/index.js';

/** What has to be done, in one sentence that names nobody. */
export function taskWords({ kind, settledBy }: Pick<Task, 'kind' | 'settledBy'>): string {
  switch (kind) {
    case 'first-application':
      return 'Stuur de eerste aanvraag voor jobcoaching in.';
    case 'follow-on-application':
      return 'Stuur de vervolgaanvraag in.';
    case 'extension-announcement':
      return 'Vraag de verlenging aan: de maximale duur komt in zicht.';
    case 'decision':
      return 'Beslis op de aanvraag.';
    case 'plan-agreement':
      return planWords(settledBy);
    case 'evaluation':
      return 'Houd de evaluatie.';
    case 'contact':
      return 'Heb deze maand contact met de kandidaat.';
    case 'contact-rhythm':
      return 'Heb contact met de kandidaat, zoals afgesproken.';
    case 'end-of-job-report':
      return 'Leg vast of de baan is geëindigd: de geplande laatste dag is voorbij.';
    case 'declaration':
      return 'Keur de uren goed en dien de declaratie in.';
    case 'agreement':
      return 'Kom de afspraak uit het plan van aanpak na.';
    case 'employer-contact':
      return 'Heb contact met de nieuwe werkgever.';
    case 'coach-cover':
      return 'Regel wie er begeleidt: op deze dagen is er geen jobcoach.';
    case 'application-completion':
      return 'Vul de aanvraag aan: zolang staat de beslistermijn stil.';
    case 'objection-decision':
      return 'Beslis op het bezwaar.';
    case 'declaration-settlement':
      return 'Stel de declaratie vast.';
    case 'coach-change-answer':
      return 'Beantwoord de vraag om een andere jobcoach.';
    case 'correction-answer':
      return 'Beantwoord het verzoek om iets te verbeteren.';
    case 'incident-resolution':
      return 'Los het incident op, of leg vast hoe het is opgelost.';
    case 'outcome-measurement':
      return 'Leg vast hoe het nu met het werk gaat.';
    default:
      return unknownMember(kind);
  }
}

function planWords(settledBy: Task['settledBy']): string {
  if (settledBy === 'PlanDrafted') return 'Maak het plan van aanpak.';
  return settledBy === 'PlanRevised'
    ? 'Herzie het plan van aanpak.'
    : 'Laat weten of u akkoord bent met het plan.';
}
