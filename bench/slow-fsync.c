/* A disk that takes a millisecond longer to be sure: cc -shared -fPIC -o slow-fsync.so slow-fsync.c -ldl, then LD_PRELOAD it. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <unistd.h>

int fsync(int file) {
  usleep(1000);
  return ((int (*)(int))dlsym(RTLD_NEXT, "fsync"))(file);
}

int fdatasync(int file) {
  usleep(1000);
  return ((int (*)(int))dlsym(RTLD_NEXT, "fdatasync"))(file);
}
