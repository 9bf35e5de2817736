/* M/M/5 with Requisite's books, and nothing else: the floor that an engine is measured against.
 *
 * What this one service does not need is left out. Everybody comes once and is served in turn, so
 * the queue is two counters: who comes next, and who is served next. Five jobs at most are under
 * way, so the first to finish is the least of five numbers, and no heap is needed.
 */
#include <stdint.h>

enum { STAFF = 5, EVERYBODY = (1 << STAFF) - 1, DAY_S = 86400, MILLION = 1000000, NONE = -1 };

/* Numbers of sim/eventlog.py and sim/random/purposes.py. */
enum { ARRIVE, CONTACT_IN, ENTER = 3, START, LEAVE, FINISH, ACTIVITY, CONTENT, CAPTURE,
       DECIDE = 13, CLOSE, MET, PRESENT = 23 };
enum { WORK = 1, STEP = 1000, CHOOSE = 60 };

#define INLINE static inline __attribute__((always_inline))

typedef struct {
    const uint64_t *key;
    const int64_t *arrival_s, *content_s;
    int64_t citizens, arrived, started, next_day_s, waited_s;
    unsigned busy, free;  /* staff, a bit each */
    int64_t due[STAFF];   /* when each finishes, then whom: who began first wins a tie */
    int64_t *column[9], rows; /* the log */
} World;

#define NEVER INT64_MAX
#define DUE(finish_s, citizen) ((finish_s) << 32 | (citizen))
#define FINISH_S(due) ((due) >> 32)
#define CITIZEN(due) ((due) & UINT32_MAX)

INLINE void put(World *w, int count, const int64_t rows[][9])
{
    for (int c = 0; c < 9; c++)
        for (int i = 0; i < count; i++)
            w->column[c][w->rows + i] = rows[i][c];
    w->rows += count;
}

/* The keyed draw of who takes a job, in [0, 1): `uniform` of sim/random/keyed.py. */
INLINE double draw_who(uint64_t key)
{
    uint64_t z = key + CHOOSE * UINT64_C(0x9E3779B97F4A7C15) + UINT64_C(0x6A09E667F3BCC909) +
                 WORK * STEP * UINT64_C(0xBB67AE8584CAA73B);
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return ((z ^ (z >> 31)) >> 11) * 0x1p-53;
}

/* Take one of the free by lot, counted from the lowest. */
INLINE int64_t choose(World *w, uint64_t key)
{
    unsigned left = w->free;
    int count = __builtin_popcount(left);
    if (count > 1)
        for (int skip = (int)(draw_who(key) * count); skip > 0; skip--)
            left &= left - 1;
    int64_t staff = __builtin_ctz(left);
    w->free &= ~(1u << staff);
    w->busy |= 1u << staff;
    return staff;
}

INLINE void dispatch(World *w, int64_t now_s, const int logs)
{
    while (w->started < w->arrived && w->free) {
        int64_t who = w->started++;
        int64_t staff = choose(w, w->key[who]);
        int64_t waited_s = now_s - w->arrival_s[who];
        w->waited_s += waited_s;
        w->due[staff] = DUE(now_s + w->content_s[who], who);
        if (logs)
            put(w, 2, (const int64_t[][9]){
                {now_s, LEAVE, who, NONE, 0, 1, WORK, w->arrived - w->started, NONE},
                {now_s, START, who, staff, 0, 1, WORK, waited_s, NONE}});
    }
}

INLINE void arrive(World *w, int64_t now_s, const int logs)
{
    int64_t who = w->arrived++;
    if (logs)
        put(w, 4, (const int64_t[][9]){
            {now_s, ARRIVE, who, NONE, NONE, 1, 0, w->content_s[who], NONE},
            {now_s, CONTACT_IN, who, NONE, NONE, 1, 0, 0, 0},
            {now_s, CAPTURE, who, NONE, NONE, 1, 0, 0, NONE},
            {now_s, ENTER, who, NONE, 0, 1, WORK, w->arrived - w->started, NONE}});
    dispatch(w, now_s, logs);
}

INLINE void finish(World *w, int64_t now_s, int64_t staff, const int logs)
{
    int64_t who = CITIZEN(w->due[staff]), content_s = w->content_s[who];
    if (logs)
        put(w, 6, (const int64_t[][9]){
            {now_s, FINISH, who, staff, 0, 1, WORK, content_s, NONE},
            {now_s, ACTIVITY, who, staff, 0, 1, 0, content_s, NONE},
            {now_s, CONTENT, who, staff, 0, 1, 0, content_s, NONE},
            {now_s, DECIDE, who, staff, 0, 1, 0, MILLION, NONE},
            {now_s, CLOSE, who, NONE, NONE, 1, 0, now_s - w->arrival_s[who], NONE},
            {now_s, MET, who, NONE, NONE, 1, 1, content_s, NONE}});
    w->due[staff] = NEVER;
    w->busy &= ~(1u << staff);
    if (now_s < w->next_day_s) /* otherwise the shift is over: free when the next one begins */
        w->free |= 1u << staff;
    dispatch(w, now_s, logs);
}

INLINE void begin_day(World *w, int64_t now_s, const int logs)
{
    w->next_day_s += DAY_S;
    w->free = EVERYBODY & ~w->busy;
    if (logs)
        for (int64_t staff = 0; staff < STAFF; staff++)
            put(w, 1, (const int64_t[][9]){
                {now_s, PRESENT, NONE, staff, 0, NONE, 0, DAY_S, NONE}});
    dispatch(w, now_s, logs);
}

INLINE int64_t first_due(const World *w)
{
    int64_t first = 0, due = w->due[0];
    for (int64_t staff = 1; staff < STAFF; staff++) {
        first = w->due[staff] < due ? staff : first;
        due = w->due[staff] < due ? w->due[staff] : due;
    }
    return first;
}

/* Of equal times: finish, then the roster, then arrivals. */
INLINE void run(World *w, int64_t ends_s, const int logs)
{
    for (;;) {
        int64_t staff = first_due(w), finish_s = FINISH_S(w->due[staff]);
        int64_t arrival_s = w->arrived < w->citizens ? w->arrival_s[w->arrived] : NEVER;
        int64_t other_s = w->next_day_s <= arrival_s ? w->next_day_s : arrival_s;
        if ((finish_s <= other_s ? finish_s : other_s) >= ends_s)
            return;
        if (finish_s <= other_s)
            finish(w, finish_s, staff, logs);
        else if (w->next_day_s <= arrival_s)
            begin_day(w, w->next_day_s, logs);
        else
            arrive(w, arrival_s, logs);
    }
}

INLINE World begin(const uint64_t *key, const int64_t *arrival_s, const int64_t *content_s,
                   int64_t citizens)
{
    World w = {.key = key, .arrival_s = arrival_s, .content_s = content_s, .citizens = citizens};
    for (int64_t staff = 0; staff < STAFF; staff++)
        w.due[staff] = NEVER;
    return w;
}

/* Write the log into nine columns of `capacity` rows each; return how many rows it has. */
int64_t run_logged(const uint64_t *key, const int64_t *arrival_s, const int64_t *content_s,
                   int64_t citizens, int64_t ends_s, int64_t *columns, int64_t capacity)
{
    World w = begin(key, arrival_s, content_s, citizens);
    for (int c = 0; c < 9; c++)
        w.column[c] = columns + c * capacity;
    run(&w, ends_s, 1);
    return w.rows;
}

/* Keep no log: count who was served, and the seconds they waited. */
void run_counted(const uint64_t *key, const int64_t *arrival_s, const int64_t *content_s,
                 int64_t citizens, int64_t ends_s, int64_t counts[2])
{
    World w = begin(key, arrival_s, content_s, citizens);
    run(&w, ends_s, 0);
    counts[0] = w.started;
    counts[1] = w.waited_s;
}
