import type {ReactiveControllerHost} from 'lit';

const hosts = new Set<ReactiveControllerHost>();

/** Draws the element again whenever the interface changes its language. */
export function redrawWithLanguage(host: ReactiveControllerHost): void {
  host.addController({
    hostConnected: () => hosts.add(host),
    hostDisconnected: () => hosts.delete(host),
  });
}

/** The interface speaks another language from now on. */
export const redrawAll = (): void => hosts.forEach((host) => host.requestUpdate());
