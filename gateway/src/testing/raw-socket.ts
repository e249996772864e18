import { once } from 'node:events';
import { WebSocket } from 'ws';

export interface Message {
  id: string;
  type: 'next' | 'error' | 'complete' | 'connection_ack' | 'pong';
  // biome-ignore lint/suspicious/noExplicitAny: each test knows the shape of what it asked for
  payload: any;
}

/** A graphql-transport-ws client without a library in between: each message as it came, and the close code. */
export async function openSocket(url: string, token?: string) {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  const messages: Message[] = [];
  let heard = () => {};
  socket.on('message', (data) => {
    messages.push(JSON.parse(String(data)));
    heard();
  });
  const closed = once(socket, 'close').then(([code]) => {
    heard();
    return code as number;
  });
  await once(socket, 'open');
  const send = (message: object) => socket.send(JSON.stringify(message));
  /** Resolves once the messages received satisfy `enough`, or the socket is closed. */
  const until = async (enough: (messages: Message[]) => boolean): Promise<void> => {
    while (!enough(messages) && socket.readyState !== socket.CLOSED) {
      await new Promise<void>((resolve) => {
        heard = resolve;
      });
    }
  };
  send({ type: 'connection_init', payload: token ? { authorization: `Bearer ${token}` } : {} });
  await until(([first]) => first !== undefined);
  return {
    socket,
    messages,
    closed,
    until,
    of: (id: string) => messages.filter((message) => message.id === id),
    subscribe: (id: string, query: string, variables: object = {}) => send({ id, type: 'subscribe', payload: { query, variables } }),
    complete: (id: string) => send({ id, type: 'complete' }),
    ping: () => send({ type: 'ping' }),
    close: async () => {
      socket.close();
      await closed;
    },
  };
}
