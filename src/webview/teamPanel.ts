import { html, render } from 'lit';
import type { BurnUpMessage, FormMessage, HostMessage } from '../protocol/panelMessages';
import type { StateMessage } from '../protocol/stateMessage';
import { openBurnUps } from './burnUpRow';
import { createFormats } from './formats';
import { keepFocus } from './keepFocus';
import type { OpenForm } from './openForm';
import { openedForm, withAnswer, withValue } from './openForm';
import type { PanelContext } from './panelContext';
import { panelPage } from './panelPage';
import type { PanelState } from './panelState';
import { readPanelState } from './panelState';
import type { VsCodeApi } from './vscodeApi';

/** Panel that shows the latest state from the host as a whole; of its own it keeps only a `PanelState` and burn-ups. */
class TeamPanel {
  private latest: StateMessage | undefined;
  private state: PanelState;
  private isRestored = false;
  private readonly burnUps = new Map<string, BurnUpMessage>();

  constructor(
    private readonly api: VsCodeApi,
    private readonly root: HTMLElement,
  ) {
    this.state = readPanelState(api.getState());
  }

  start(): void {
    window.addEventListener('message', (event: MessageEvent<unknown>) => {
      if (isHostMessage(event.data)) this.receive(event.data);
    });
    window.addEventListener('scrollend', () => {
      if (this.isRestored) this.keep({ scroll: window.scrollY });
    });
    this.api.postMessage({ type: 'ready' });
  }

  private receive(message: HostMessage): void {
    switch (message.type) {
      case 'state':
        this.showState(message);
        break;
      case 'form':
        this.answerForm(message);
        break;
      case 'burnUp':
        this.takeBurnUp(message);
    }
  }

  private showState(message: StateMessage): void {
    this.latest = message;
    this.draw();
    // The change may affect open burn-ups, too; the old ones stay until the answer.
    for (const id of openBurnUps(message.report, this.isExpanded)) this.askBurnUp(id);
    if (this.isRestored) return;
    this.isRestored = true;
    window.scrollTo({ top: this.state.scroll });
  }

  private readonly isExpanded = (list: string): boolean => this.state.expanded.includes(list);

  private draw(): void {
    const { latest } = this;
    if (!latest) return;
    document.documentElement.lang = latest.locale;
    keepFocus(() => {
      render(html`${panelPage(this.contextOf(latest))}`, this.root);
    });
  }

  private contextOf(message: StateMessage): PanelContext {
    const { report, locale } = message;
    return {
      ...message,
      form: this.state.form,
      openForm: (form) => {
        this.setForm(openedForm(form, this.state.requests));
      },
      fillField: this.fillField,
      sendForm: this.sendForm,
      closeForm: () => {
        this.setForm(undefined);
      },
      formats: createFormats(locale, report.today),
      canTick: report.file.state === 'ok',
      thisBranch: this.state.thisBranch === true && report.branches.integration !== null,
      showThisBranch: (isOnly) => {
        this.keep({ thisBranch: isOnly });
        this.draw();
      },
      tab: this.state.tab,
      showTab: (tab) => {
        this.keep({ tab });
        this.draw();
      },
      burnUp: (id) => this.burnUps.get(id)?.points,
      askBurnUp: this.askBurnUp,
      isExpanded: this.isExpanded,
      toggle: this.toggle,
      send: (message) => {
        this.api.postMessage(message);
      },
    };
  }

  private readonly askBurnUp = (id: string): void => {
    this.api.postMessage({ type: 'burnUp', id, request: this.nextRequest() });
  };

  /** Draws a burn-up, unless the answer to a later request is here already. */
  private takeBurnUp(message: BurnUpMessage): void {
    const known = this.burnUps.get(message.id);
    if (known && known.request > message.request) return;
    this.burnUps.set(message.id, message);
    this.draw();
  }

  private nextRequest(): number {
    const request = this.state.requests + 1;
    this.keep({ requests: request });
    return request;
  }

  private readonly fillField = (field: string, value: string): void => {
    const { form, requests } = this.state;
    if (form) this.setForm(withValue(form, field, value, requests));
  };

  private readonly sendForm = (): void => {
    const { form } = this.state;
    if (!form) return;
    const { kind, id, values } = form;
    this.api.postMessage({ type: 'saveRecord', kind, id, values, request: this.nextRequest() });
  };

  private answerForm(answer: FormMessage): void {
    const { form } = this.state;
    if (form) this.setForm(withAnswer(form, answer));
  }

  private setForm(form: OpenForm | undefined): void {
    const closed = form === undefined ? this.state.form?.kind : undefined;
    const isOpened = form !== undefined && (this.state.form?.kind !== form.kind || this.state.form.id !== form.id);
    this.keep({ form });
    this.draw();
    if (isOpened) this.root.querySelector<HTMLElement>('form :is(input, select, textarea)')?.focus();
    // The control with the focus went away with the form.
    if (closed !== undefined) document.getElementById(`heading-${closed}`)?.focus();
  }

  private readonly toggle = (list: string): void => {
    const others = this.state.expanded.filter((each) => each !== list);
    this.keep({ expanded: others.length < this.state.expanded.length ? others : [...others, list] });
    this.draw();
  };

  private keep(part: Partial<PanelState>): void {
    this.state = { ...this.state, ...part };
    this.api.setState(this.state);
  }
}

/** Tells whether a message is from the host. Other tools may post to every page; their messages have other types or none. */
function isHostMessage(data: unknown): data is HostMessage {
  return typeof data === 'object' && data !== null && 'type' in data;
}

const root = document.getElementById('root');
if (root) new TeamPanel(acquireVsCodeApi(), root).start();
