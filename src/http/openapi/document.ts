import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';

const PREFIX = '/v1';
const CONTACT = ['Beheer van Doorlopend', 'https://doorlopend.example', 'beheer@doorlopend.example'] as const;

const DESCRIPTION = `Jobcoaching als één lijn van feiten die doorloopt over werkgevers heen: wat is er gedaan, wanneer is de maximale duur
bereikt, hoeveel uren zijn er nog, en bleef de jobcoach bij een wisseling van werk.

Namen van velden en adressen zijn Engels; elke beschrijving noemt het Nederlandse woord. Elk antwoord draagt de kop \`API-Version\`. Fouten
komen als \`application/problem+json\` met een vaste \`code\`.`;

/** The OpenAPI document of every route under `/v1`, with paths relative to the server `/v1` as the ADR want it. */
export function buildDocument(app: INestApplication, version: string): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Doorlopend')
    .setDescription(DESCRIPTION)
    .setVersion(version)
    .setContact(...CONTACT)
    .setLicense('EUPL-1.2', 'https://joinup.ec.europa.eu/collection/eupl/eupl-text-eupl-12')
    .addServer(PREFIX, 'Deze dienst')
    .addBearerAuth({
      type: 'http',
      scheme: 'bearer',
      bearerFormat: 'JWT',
      description: 'Een token van deze dienst.',
    })
    .build();
  const document = SwaggerModule.createDocument(app, config, { operationIdFactory: operationId });
  return { ...document, tags: tagsOf(document), paths: relativePaths(document) };
}

/** `SessionsController.record` becomes `sessionsRecord`. */
function operationId(controller: string, method: string): string {
  const name = controller.replace(/Controller$/, '');
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}${method.charAt(0).toUpperCase()}${method.slice(1)}`;
}

function relativePaths({ paths }: OpenAPIObject): OpenAPIObject['paths'] {
  const ofTheApi = Object.entries(paths).filter(([path]) => path.startsWith(`${PREFIX}/`));
  return Object.fromEntries(ofTheApi.map(([path, item]) => [path.slice(PREFIX.length), item]));
}

/** Every tag that an operation has, once, in alphabetical order. */
function tagsOf({ paths }: OpenAPIObject): NonNullable<OpenAPIObject['tags']> {
  const operations = Object.values(paths).flatMap(({ get, post, put, patch, delete: remove }) => [
    get,
    post,
    put,
    patch,
    remove,
  ]);
  const names = new Set(operations.flatMap((operation) => operation?.tags ?? []));
  return [...names].sort().map((name) => ({ name }));
}

/** Serves the document at `/v1/openapi.json` without a token; it is built when it is first asked for. */
export function serveDocument(fastify: FastifyInstance, build: () => OpenAPIObject): void {
  let text: string | undefined;
  fastify.get(`${PREFIX}/openapi.json`, { config: { public: true } }, (_request, reply) => {
    text ??= JSON.stringify(build());
    // The ADR ask that any page may read the document.
    return reply
      .header('access-control-allow-origin', '*')
      .header('cross-origin-resource-policy', 'cross-origin')
      .type('application/json')
      .send(text);
  });
}
