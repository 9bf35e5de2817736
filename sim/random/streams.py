"""Random streams: one for each decision of the model, so that no two decisions share their luck."""

from enum import IntEnum


class Stream(IntEnum):
    """What a draw decides: part of its draw key. Above each group, what else the key holds."""

    # the population: citizen
    ARRIVALS = 1  # type, day
    ARRIVAL_TIME = 2
    CONTENT = 3
    PARTICULARS = 4
    TEAM = 5
    READY = 6
    READY_DELAY = 7
    SPELL = 8
    DISHONEST = 9
    EPISODE = 10
    VISITS_PER_DAY = 11
    CORRECTION = 12
    CORRECTION_DELAY = 13
    # getting in: citizen, attempt, particular
    CHANNEL = 20
    CAPTURE = 21
    REFUSE = 22
    TELL = 23
    # work: citizen, attempt, step or particular
    CONVEY = 30
    NOTICE = 31
    ASK_IN_DIALOGUE = 32
    REACH = 33
    ABSORB = 34
    ABSORB_AT_CHECK = 35
    EXCEPTION = 36
    CHECK = 37
    DISCRETION = 38
    JUDGEMENT = 39
    PREMATURE = 40
    CONTROL = 41
    DETECT = 42
    LEARNED = 43
    PASS_ON = 44
    SETTLE = 45
    CUT_SHORT = 46
    # delays: citizen, attempt, round
    ANSWER_DELAY = 50
    RETURN_DELAY = 51
    RESUME_DELAY = 52
    CHASE_DELAY = 53
    GIVE_UP = 54
    RESUME = 55
    TURN_AWAY_RETURN = 56
    # who: citizen, attempt, step, round
    CHOOSE = 60
    PREFER = 61
    # staff: worker, day
    ABSENCE = 70
    COVER = 71
    TEMP = 72
    BANKRUPTCY = 73
    # visits: citizen, day, slot
    DAY_PARTICULARS = 80
    DAY_CONTENT = 81
    NOTICE_DAY = 82
    ABSORB_DAY = 83
    MISSED_CALL = 84
    MISSED_EXTRA = 85
    CALL_DELAY = 86
    NOTICE_STANDING = 87
    VISIT_TIME = 88
    VALUE_CALL = 89  # citizen, day
    # teams: citizen; citizen, attempt or day, step, round
    PLACE = 120
    LEND = 121
    # memory: citizen, worker, day
    MEMORY = 122
    # changes of a client: citizen, day
    CHANGE = 123
    CHANGED = 124
    # appeals: citizen, attempt
    APPEAL = 130
    # experts: citizen, particular; of the day, day and slot as well
    EXPERT = 136
    # turnover: worker, day
    LEAVE = 131
    SHOCK = 132  # which shock as well
    # journeys: citizen, name
    NAME = 90
    # changes of hands: citizen, attempt, function, round
    PICK_UP = 100
    GO_BACK = 104
    GO_PAST = 133  # no round: the way is drawn once for an attempt
    FETCH = 101
    FETCH_TIME = 102
    AT_SERVICE = 103  # worker, day
    # calls: citizen, attempt, kind, number
    CALLS_FIRST = 110
    CALL_TIME = 111  # stream of the delay, what it holds
    PATIENCE = 112
    CALLS_BACK = 113  # how often hung up
    CALL_BACK_DELAY = 114
    CHASE_TIRES = 115  # link of the chain
    WAITING_DELAY = 116  # link of the chain
