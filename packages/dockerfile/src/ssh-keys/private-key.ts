/** Names that OpenSSH gives to private keys. */
export const privateName = /^id_(?:rsa|dsa|ecdsa|ed25519)(?:_sk)?$|^ssh_host_\w+_key$/;

/** How the text of a private key begins. */
export const privateText = /-----BEGIN (?:[A-Z]{2,10} )?PRIVATE KEY-----/;
