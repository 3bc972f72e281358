// The calls of OpenSSL's libcrypto (EVP, version 3) for SHA-256: one call through each, no policy.
#ifndef CHASHING_SHIMS_H
#define CHASHING_SHIMS_H

#include <openssl/evp.h>
#include <stddef.h>

// The algorithm, fetched once: a fetch per digest takes longer than the digest of an event. Without a provider that has
// it, the built-in one, which is fetched anew each time.
static inline const EVP_MD *ch_sha256(void) {
    const EVP_MD *fetched = EVP_MD_fetch(NULL, "SHA256", NULL);
    return fetched ? fetched : EVP_sha256();
}
static inline EVP_MD_CTX *ch_new(void) { return EVP_MD_CTX_new(); }
static inline void ch_free(EVP_MD_CTX *context) { EVP_MD_CTX_free(context); }
static inline int ch_begin(EVP_MD_CTX *context, const EVP_MD *algorithm) {
    return EVP_DigestInit_ex2(context, algorithm, NULL);
}
static inline int ch_update(EVP_MD_CTX *context, const void *bytes, size_t count) {
    return EVP_DigestUpdate(context, bytes, count);
}
static inline int ch_end(EVP_MD_CTX *context, unsigned char *digest) {
    return EVP_DigestFinal_ex(context, digest, NULL);
}

#endif
