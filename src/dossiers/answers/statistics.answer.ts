import { PROVISION_TYPE } from '../../../domain/statistics/provision-line.js';
import { DateAnswer, EnumAnswer, IdAnswer, TextAnswer } from '../../http/openapi/answer-fields.js';

export class ProvisionLineAnswer {
  @IdAnswer('Het nummer van het traject (GGM: registratienummer).')
  readonly registrationNumber: string;

  @EnumAnswer([PROVISION_TYPE], 'Het type voorziening (GGM: codeType).')
  readonly typeCode: string;

  @TextAnswer('Wat dat type is (GGM: omschrijving).', 'Jobcoach/begeleiding op de werkplek')
  readonly description: string;

  @DateAnswer('De dag waarop het traject begon (GGM: datumStart).')
  readonly startsOn: string;

  @DateAnswer('De laatste dag die is toegekend (GGM: datumVerwachtEinde); null zonder toekenning.', {
    nullable: true,
  })
  readonly expectedEndOn: string | null;

  @DateAnswer('De laatste dag, als het traject in of voor deze maand eindigde (GGM: datumEinde).', {
    nullable: true,
  })
  readonly endedOn: string | null;
}
