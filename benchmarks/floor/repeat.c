/* The repeat-contact service and nothing else, in the time that it has to take.
 *
 * Keeps no log: it counts services, waiting, returns and the different staff that each met.
 * A customer is in one place at a time, so every queue has room for all, and nothing is allocated
 * while it runs. Only those at home, some hundreds, need a heap.
 */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>

enum { STAFF = 5, EVERYBODY = (1 << STAFF) - 1 };

#define INLINE static inline __attribute__((always_inline))

typedef struct {
    double time_s;
    int64_t who;
} Return;

typedef struct {
    double arrival_mean_s, service_mean_s, return_chance, return_mean_s;
} Setting;

typedef struct {
    Setting setting;
    int64_t customers, arrived, first, waiting; /* the queue: its first place, its length */
    int64_t *queue;
    double *came_s; /* of each customer, this time */
    uint8_t *met;   /* by each customer: staff, a bit each */
    Return *home;   /* a heap, the first to return on top */
    int64_t at_home;
    double due_s[STAFF];
    int64_t serves[STAFF];
    unsigned free;
    uint64_t random;
    int64_t services, returns;
    double waited_s;
} World;

/* SplitMix64 (Steele, Lea & Flood 2014), in [0, 1). */
INLINE double draw(World *w)
{
    uint64_t z = w->random += UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return ((z ^ (z >> 31)) >> 11) * 0x1p-53;
}

INLINE double draw_exponential(World *w, double mean)
{
    return -log(1 - draw(w)) * mean;
}

static void go_home(World *w, Return new)
{
    int64_t at = w->at_home++;
    for (; at > 0 && w->home[(at - 1) / 2].time_s > new.time_s; at = (at - 1) / 2)
        w->home[at] = w->home[(at - 1) / 2];
    w->home[at] = new;
}

static int64_t leave_home(World *w)
{
    int64_t who = w->home[0].who, at = 0, child;
    Return last = w->home[--w->at_home];
    for (; (child = 2 * at + 1) < w->at_home; at = child) {
        child += child + 1 < w->at_home && w->home[child + 1].time_s < w->home[child].time_s;
        if (w->home[child].time_s >= last.time_s)
            break;
        w->home[at] = w->home[child];
    }
    w->home[at] = last;
    return who;
}

/* Take one of the free by lot. */
INLINE int choose(World *w)
{
    unsigned left = w->free;
    int count = __builtin_popcount(left);
    if (count > 1)
        for (int skip = (int)(draw(w) * count); skip > 0; skip--)
            left &= left - 1;
    return __builtin_ctz(left);
}

INLINE void serve(World *w, int64_t who, int staff, double now_s)
{
    w->waited_s += now_s - w->came_s[who];
    w->met[who] |= 1u << staff;
    w->services++;
    w->free &= ~(1u << staff);
    w->serves[staff] = who;
    w->due_s[staff] = now_s + draw_exponential(w, w->setting.service_mean_s);
}

INLINE void come(World *w, int64_t who, double now_s)
{
    w->came_s[who] = now_s;
    if (w->free) {
        serve(w, who, choose(w), now_s);
        return;
    }
    int64_t place = w->first + w->waiting++;
    w->queue[place < w->customers ? place : place - w->customers] = who;
}

INLINE void finish(World *w, int staff, double now_s)
{
    int64_t who = w->serves[staff];
    w->due_s[staff] = INFINITY;
    w->free |= 1u << staff;
    if (draw(w) < w->setting.return_chance) {
        w->returns++;
        go_home(w, (Return){now_s + draw_exponential(w, w->setting.return_mean_s), who});
    }
    if (w->waiting) {
        serve(w, w->queue[w->first], staff, now_s);
        w->first = w->first + 1 < w->customers ? w->first + 1 : 0;
        w->waiting--;
    }
}

INLINE int first_due(const World *w)
{
    int first = 0;
    double due_s = w->due_s[0];
    for (int staff = 1; staff < STAFF; staff++) {
        first = w->due_s[staff] < due_s ? staff : first;
        due_s = w->due_s[staff] < due_s ? w->due_s[staff] : due_s;
    }
    return first;
}

static void run_to_the_end(World *w)
{
    double arrival_s = draw_exponential(w, w->setting.arrival_mean_s);
    for (;;) {
        int staff = first_due(w);
        double finish_s = w->due_s[staff];
        double return_s = w->at_home ? w->home[0].time_s : INFINITY;
        double other_s = return_s < arrival_s ? return_s : arrival_s;
        if (finish_s == INFINITY && other_s == INFINITY)
            return;
        if (finish_s <= other_s) {
            finish(w, staff, finish_s);
        } else if (return_s < arrival_s) {
            come(w, leave_home(w), return_s);
        } else {
            come(w, w->arrived++, arrival_s);
            arrival_s = w->arrived < w->customers
                ? arrival_s + draw_exponential(w, w->setting.arrival_mean_s) : INFINITY;
        }
    }
}

/* Serve so many customers until the last is done: services, returns, faces, seconds waited. */
void run(int64_t customers, uint64_t seed, Setting setting, double counts[4])
{
    World w = {.setting = setting, .customers = customers, .free = EVERYBODY, .random = seed};
    w.queue = malloc(customers * sizeof *w.queue);
    w.came_s = malloc(customers * sizeof *w.came_s);
    w.met = calloc(customers, sizeof *w.met);
    w.home = malloc(customers * sizeof *w.home);
    for (int staff = 0; staff < STAFF; staff++)
        w.due_s[staff] = INFINITY;
    run_to_the_end(&w);
    int64_t faces = 0;
    for (int64_t who = 0; who < customers; who++)
        faces += __builtin_popcount(w.met[who]);
    counts[0] = w.services;
    counts[1] = w.returns;
    counts[2] = faces;
    counts[3] = w.waited_s;
    free(w.queue);
    free(w.came_s);
    free(w.met);
    free(w.home);
}
