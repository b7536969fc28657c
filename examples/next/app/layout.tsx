import type {ReactNode} from 'react';
import {fallbackStyles, manifestNow, POLICY_URL} from './policy';

export const dynamic = 'force-dynamic';
export const metadata = {title: 'Registration'};

/** Carries the manifest in the page, so that no word of it has to be waited for. */
export default async function Layout({children}: {children: ReactNode}) {
  // nothing in it may end the element
  const json = JSON.stringify(await manifestNow()).replaceAll('<', '\\u003c');
  return (
    <html lang="ru">
      <head>
        <link rel="icon" href="data:," />
        <style dangerouslySetInnerHTML={{__html: await fallbackStyles()}} />
        <script
          type="application/json"
          data-ipsm-manifest={POLICY_URL}
          dangerouslySetInnerHTML={{__html: json}}
        />
      </head>
      <body>{children}</body>
    </html>
  );
}
