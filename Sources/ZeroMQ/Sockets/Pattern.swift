import CZeroMQ

/// The socket types of ZeroMQ.
public enum Pattern {
    public enum PUB: PublishingKind {
        public static let name = "PUB"
        public static let number = ZMQ_PUB
    }
    public enum SUB: SubscribingKind {
        public static let name = "SUB"
        public static let number = ZMQ_SUB
    }
    public enum XPUB: PublishingKind {
        public static let name = "XPUB"
        public static let number = ZMQ_XPUB
    }
    public enum XSUB: SubscribingKind {
        public static let name = "XSUB"
        public static let number = ZMQ_XSUB
    }
    public enum REQ: SendingKind, ReceivingKind {
        public static let name = "REQ"
        public static let number = ZMQ_REQ
    }
    public enum REP: SendingKind, ReceivingKind {
        public static let name = "REP"
        public static let number = ZMQ_REP
    }
    public enum DEALER: SendingKind, ReceivingKind {
        public static let name = "DEALER"
        public static let number = ZMQ_DEALER
    }
    public enum ROUTER: SendingKind, ReceivingKind {
        public static let name = "ROUTER"
        public static let number = ZMQ_ROUTER
    }
    public enum PUSH: SendingKind {
        public static let name = "PUSH"
        public static let number = ZMQ_PUSH
    }
    public enum PULL: ReceivingKind {
        public static let name = "PULL"
        public static let number = ZMQ_PULL
    }
    public enum PAIR: SendingKind, ReceivingKind {
        public static let name = "PAIR"
        public static let number = ZMQ_PAIR
        public static let remainder = MessageRemainder.withhold
    }
}

public typealias PubSocket = Socket<Pattern.PUB>
public typealias SubSocket = Socket<Pattern.SUB>
public typealias XPubSocket = Socket<Pattern.XPUB>
public typealias XSubSocket = Socket<Pattern.XSUB>
public typealias ReqSocket = Socket<Pattern.REQ>
public typealias RepSocket = Socket<Pattern.REP>
public typealias DealerSocket = Socket<Pattern.DEALER>
public typealias RouterSocket = Socket<Pattern.ROUTER>
public typealias PushSocket = Socket<Pattern.PUSH>
public typealias PullSocket = Socket<Pattern.PULL>
public typealias PairSocket = Socket<Pattern.PAIR>
