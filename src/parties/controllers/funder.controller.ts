import { Body, Controller, Post } from '@nestjs/common';
import type { Id } from '../../../domain/shared/ids.js';
import { WriteOperation } from '../../http/openapi/operations.js';
import type { WriteAnswerSchema } from '../../http/openapi/schemas.js';
import { PathId } from '../../http/read/path-id.js';
import { CurrentWrite, WriteRequest } from '../../http/write/write-request.js';
import { AdoptRuleSet } from '../commands/adopt-rule-set/adopt-rule-set.command.js';
import { RegisterParty } from '../commands/register-party/register-party.command.js';
import { AdoptRuleSetDto, RegisterFunderDto } from '../dto/party.dto.js';
import { ruleSetOf } from '../dto/rule-set-field.js';
import { PartyWrites } from '../party-writes.js';

const tag = 'Opdrachtgevers';

@Controller('v1/funders')
export class FunderController {
  constructor(private readonly parties: PartyWrites) {}

  @Post()
  @WriteOperation({
    tag,
    summary: 'Registreer een opdrachtgever',
    description: 'Een gemeente of UWV die jobcoaching toekent (opdrachtgever, funder), met haar regels.',
  })
  register(
    @Body() { name, kind, ruleSet }: RegisterFunderDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    const place = { location: (id: Id) => `/v1/funders/${id}` };
    return this.parties.send(
      write,
      place,
      (id, asking) =>
        new RegisterParty(id, { type: 'RegisterFunder', name, kind, ruleSet: ruleSetOf(ruleSet) }, asking),
    );
  }

  @Post(':id/rule-set-versions')
  @WriteOperation({
    tag,
    summary: 'Stel nieuwe regels vast',
    description:
      'De volgende versie van de regels (regelset, rule set) van de opdrachtgever; trajecten die al lopen houden hun versie.',
  })
  adoptRuleSet(
    @PathId('id', 'De opdrachtgever.') funderId: Id,
    @Body() { effectiveOn, ruleSet }: AdoptRuleSetDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    const place = { location: () => `/v1/funders/${funderId}/rule-set-versions` };
    return this.parties.send(
      write,
      place,
      (_, asking) => new AdoptRuleSet(funderId, { effectiveOn, ruleSet: ruleSetOf(ruleSet) }, asking),
    );
  }
}
