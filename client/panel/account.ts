/** As `GET /api/accounts` gives it. */
export interface Account {
  id: string;
  user: string;
  name: string;
  role: string;
  machine: boolean;
  blocked: boolean;
  demo: boolean;
  passwordSet: boolean;
  sessions: number;
  lastSignIn?: string;
}
