import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { AccountRefused } from '../../accounts/account-refused.js';
import { sendPage } from '../pages/page.js';
import { refusedPage } from '../pages/sign-in-pages.js';
import { SignInRefused } from './sign-in-refused.js';

/** Shows why a sign-in or a link came to nothing, as a page. */
@Catch(SignInRefused, AccountRefused)
export class SignInFaultFilter implements ExceptionFilter {
  catch(fault: SignInRefused | AccountRefused, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (fault instanceof AccountRefused) {
      sendPage(reply, refusedPage(fault.message, { status: 403 }));
      return;
    }
    const { message, status, code, again } = fault;
    const path = again && `/aanmelden/${again}${code === 'assurance.too-low' ? '?niveau=hoger' : ''}`;
    sendPage(reply, refusedPage(message, { status, again: path }));
  }
}
