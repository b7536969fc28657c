/** A person's act (the first six), or what happened without one. */
export type ChangeCause =
  | 'tick'
  | 'untick'
  | 'accept'
  | 'decline'
  | 'withdraw'
  | 'commit'
  | 'release'
  | 'restore'
  | 'refused'
  | 'reset'
  | 'forget'
  | 'other-tab'
  | 'script';
