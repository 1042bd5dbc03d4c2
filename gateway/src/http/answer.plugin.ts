import type { ApolloServerPlugin } from '@apollo/server';
import type { GatewayContext } from '../gateway.context.ts';
import { chooseMediaType, JSON_TYPE } from './media-type.ts';

/**
 * Answers as GraphQL over HTTP has them. Who accepts `application/json` by its name may be an older client, for which
 * any other status than 200 means that no answer has come: an operation that was refused is then an answer with errors.
 */
export function answerPlugin(): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ request, response: { http } }) {
          const choice = chooseMediaType(request.http?.headers.get('accept'));
          if (choice === null) return;
          http.headers.set('content-type', `${choice.type}; charset=utf-8`);
          http.headers.set('cache-control', 'no-store');
          if (http.status === 400 && choice.named && choice.type === JSON_TYPE) http.status = 200;
        },
      };
    },
  };
}
