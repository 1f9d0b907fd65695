/** Names of variables that say that a password is in them; those of clients that read one (`PGPASSWORD`, `SSHPASS`) included. */
const names =
  /(?<!NO_?)(?:PASSWORD|PASSWD|PASSPHRASE)$|(?:^|_)(?:SSH|PG|MYSQL|RSYNC)_?(?:PASS|PWD)$|(?:^|_)(?:ROOT|VNC|ADMIN|DB|DATABASE|SSH|SUDO|LOGIN|MYSQL|POSTGRES|REDIS|MONGO|JUPYTER|USER)_?(?:PW|PWD|PASS)$/i;

/** Whether a variable of that name and value holds a password: a path is a file that does. */
export function isPasswordName(name: string, value: string): boolean {
  if (name.length > 200 || !names.test(name)) return false;
  return /PASS(?:WORD|WD|PHRASE)$/i.test(name) || !/^(?:[~.]{0,2}\/)/.test(value);
}
