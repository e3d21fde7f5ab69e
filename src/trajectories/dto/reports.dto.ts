import type { CalendarDate } from '../../../domain/shared/calendar.js';
import { REPORT_FORMS, type ReportForm } from '../../../domain/trajectory/reports/report-form.js';
import { DateField, EnumField } from '../../http/fields.js';

export class ReportAccountabilityDto {
  @DateField({ description: 'De eerste dag waarover verantwoording wordt afgelegd.', example: '2026-03-01' })
  from: CalendarDate;

  @DateField({ description: 'De laatste dag daarvan.', example: '2026-08-31', notInFuture: true })
  to: CalendarDate;

  @EnumField(REPORT_FORMS, {
    description:
      'De vorm: die van UWV of die van gemeenten. Zonder keuze de vorm van de opdrachtgever van het traject.',
    optional: true,
    example: 'municipality',
  })
  form?: ReportForm;
}
