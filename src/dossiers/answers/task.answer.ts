import {
  TASK_KINDS,
  TASK_ROLES,
  type TaskKind,
  type TaskRole,
  type TaskStatus,
} from '../../../domain/tasks/index.js';
import type { TrajectoryEvent } from '../../../domain/trajectory/events.js';
import type { DueTask } from '../../../projections/tasks/tasks.query.js';
import {
  BooleanAnswer,
  DateAnswer,
  EnumAnswer,
  IdAnswer,
  IntegerAnswer,
  ObjectAnswer,
  TextAnswer,
} from '../../http/openapi/answer-fields.js';
import { taskWords } from '../words/task-words.js';

export class TaskRuleAnswer {
  @TextAnswer('De naam van de regels (rule set); null als het geen waarde uit regels is.', 'municipal-2y', {
    nullable: true,
  })
  readonly ruleSet: string | null;

  @IntegerAnswer('De versie die de opdrachtgever vaststelde.', 2, { nullable: true })
  readonly version: number | null;

  @TextAnswer('De plaats van de waarde in de regels (pad).', 'deadlines.planAgreement', { nullable: true })
  readonly path: string | null;

  @TextAnswer('De gepubliceerde bron; null als er geen is.', 'RCPA Assen 2019 (S43)', { nullable: true })
  readonly source: string | null;

  @BooleanAnswer('Of geen gepubliceerde bron het zo zegt (gevolgtrekking, inference).')
  readonly inference: boolean;
}

export class TaskPersonAnswer {
  @EnumAnswer(TASK_ROLES, 'In welke rol.')
  readonly role: TaskRole;

  @IdAnswer('De jobcoach, organisatie, opdrachtgever, kandidaat of werkgever; null als die er niet is.', {
    nullable: true,
  })
  readonly id: string | null;
}

export class SettledByAnswer {
  @TextAnswer('Het feit dat de taak afhandelt (gebeurtenis, event).', 'PlanAgreed')
  readonly event: TrajectoryEvent['type'];
}

export class TaskAnswer {
  @EnumAnswer(TASK_KINDS, 'Wat er te doen is (taak, task).')
  readonly kind: TaskKind;

  @TextAnswer('Hetzelfde in één zin.', 'Houd de evaluatie.')
  readonly title: string;

  @IdAnswer('Het traject.')
  readonly trajectoryId: string;

  @IdAnswer('De kandidaat.')
  readonly candidateId: string;

  @ObjectAnswer(() => TaskPersonAnswer, 'Wie er aan zet is.')
  readonly for: TaskPersonAnswer;

  @IdAnswer('Het feit waar het over gaat; null als het over het hele traject gaat.', { nullable: true })
  readonly about: string | null;

  @DateAnswer('De laatste dag waarop het op tijd is; null als geen regel die noemt.', { nullable: true })
  readonly dueOn: string | null;

  @EnumAnswer(['open', 'overdue'], 'Open tot en met de laatste dag, daarna te laat.')
  readonly status: TaskStatus;

  @ObjectAnswer(() => TaskRuleAnswer, 'De regel waar het uit volgt.')
  readonly rule: TaskRuleAnswer;

  @ObjectAnswer(() => SettledByAnswer, 'Wat het afhandelt.')
  readonly settledBy: SettledByAnswer;
}

/** The task as it is answered. */
export function taskAnswer(task: DueTask): TaskAnswer {
  const { kind, trajectoryId, candidateId, about, dueOn, status, rule } = task;
  return {
    kind,
    title: taskWords(task),
    trajectoryId,
    candidateId,
    for: { role: task.for, id: personOf(task) },
    about,
    dueOn,
    status,
    rule,
    settledBy: { event: task.settledBy },
  };
}

function personOf(task: DueTask): string | null {
  const persons: { readonly [Role in TaskRole]: string | null } = {
    coach: task.coachId,
    coordinator: task.organisationId,
    'case-director': task.funderId,
    candidate: task.candidateId,
    employer: task.employerId,
  };
  return persons[task.for];
}
