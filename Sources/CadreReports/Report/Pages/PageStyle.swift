/// The style sheet of the page, for screens, phones and A4.
enum PageStyle {
    /// Returns the style sheet.
    /// - Parameter running: The text next to the page number.
    static func sheet(running: String) -> String {
        [screen, charts, Paint.styles, StripChart.styles, phone, paper(running)].joined(separator: "\n")
    }

    private static let screen = """
        *{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
        body{margin:0 auto;padding:1rem 1.2rem 2rem;max-width:62rem;background:#fff;color:#111;
        font:15px/1.45 "Segoe UI","Helvetica Neue",Arial,"Liberation Sans","DejaVu Sans",sans-serif}
        h1{font-size:1.75rem;line-height:1.2;margin:.6rem 0 .8rem}
        h2{font-size:1.3rem;line-height:1.25;margin:2.2rem 0 .7rem;padding-top:.5rem;border-top:3px solid #111}
        h3{font-size:1.05rem;margin:1.5rem 0 .4rem}
        p,ul{margin:.45rem 0;max-width:48rem}
        .marking{margin:0;max-width:none;padding:.3rem .6rem;border:1.5px solid #111;text-align:center;font-weight:700;
        letter-spacing:.04em}
        .facts{display:grid;grid-template-columns:max-content 1fr max-content 1fr;gap:.15rem 1.2rem;margin:0}
        .facts dt{font-weight:600}.facts dd{margin:0;overflow-wrap:anywhere}
        nav{margin:1rem 0;padding:.5rem .8rem;background:#f3f3f3}
        nav ol{margin:0;padding-left:1.4rem;columns:2}nav a{color:#0b3c5d}
        .table{overflow-x:auto;margin:.7rem 0 1rem}
        table{border-collapse:collapse;width:100%;font-size:.86rem;line-height:1.3;font-variant-numeric:tabular-nums}
        caption{text-align:left;font-weight:600;padding:.2rem 0 .35rem;font-size:.93rem}
        th,td{padding:.25rem .4rem;text-align:left;vertical-align:top;border-bottom:1px solid #bbb;
        unicode-bidi:isolate;overflow-wrap:break-word}
        thead th{border-bottom:1.5px solid #111;vertical-align:bottom;font-weight:600}
        tbody th{font-weight:400;min-width:7em}
        .n{text-align:right;white-space:nowrap}thead .n{white-space:normal}.d{white-space:nowrap}
        .bad{font-weight:700}
        small{display:block;color:#444;font-size:.86em;font-weight:400}
        .cut,.running{font-size:.86rem;color:#333}
        footer{margin-top:2.5rem}
        """

    private static let charts = """
        .patterns{position:absolute;width:0;height:0}
        figure{margin:.9rem 0 1.1rem}
        figcaption{margin-bottom:.3rem;font-size:.9rem;max-width:48rem}
        figure svg{display:block;width:100%;height:auto}
        .drawing{overflow-x:auto}
        .panels{display:grid;grid-template-columns:1fr 1fr;gap:0 1.4rem}
        svg text{font-family:inherit;font-size:11px;fill:#111}
        svg .u{font-size:10.5px;fill:#333}svg .m{font-weight:700;paint-order:stroke;stroke:#fff;stroke-width:3px}
        .grid{stroke:#d4d4d4;stroke-width:.6;fill:none}.axis{stroke:#111;stroke-width:1;fill:none}
        .now{stroke:#111;stroke-width:1.1;stroke-dasharray:1.5 2.5;fill:none}
        .pale{opacity:.45}.box{stroke:#333;stroke-width:.5}.parted{stroke:#fff;stroke-width:.7}
        .spark{width:110px;height:22px;display:block}.l-spark{fill:none;stroke:#000;stroke-width:1.1}
        """

    private static let phone = """
        @media screen and (max-width:640px){body{padding:.6rem .7rem 1.5rem;font-size:14px}
        .panels{grid-template-columns:1fr}nav ol{columns:1}.facts{grid-template-columns:1fr}.facts dd{margin-bottom:.3rem}
        .wide svg{min-width:36rem}}
        """

    /// The marking is fixed at head and foot, which browsers repeat on every page, and each page of the body leaves
    /// room for it. Margin boxes, which Firefox lacks, contain only mission and page number.
    private static func paper(_ running: String) -> String {
        """
        @page{size:A4 portrait;margin:11mm 15mm 14mm;
        @bottom-left{content:\(Escaping.styleString(running));font:7.5pt sans-serif;color:#333}
        @bottom-right{content:counter(page) " / " counter(pages);font:7.5pt sans-serif;color:#333}}
        @media print{
        *{-webkit-print-color-adjust:exact;print-color-adjust:exact}
        html,body{font-size:9.5pt;line-height:1.32}
        body{max-width:none;padding:8mm 0;-webkit-box-decoration-break:clone;box-decoration-break:clone}
        .marking{position:fixed;left:0;right:0;height:5mm;border:0;padding:0;font-size:9pt;
        overflow:hidden;white-space:nowrap;text-overflow:ellipsis}
        body>.marking{top:0}footer .marking{bottom:0}footer{margin:0}
        h1{font-size:17pt}h2{font-size:13pt;margin:0 0 2.5mm}h3{font-size:10.5pt;margin:4mm 0 1mm}
        p,ul,figcaption{max-width:none}caption{font-size:9pt}figcaption{font-size:8.5pt}
        figure,.table{margin:2mm 0 3mm}
        nav,footer .running{display:none}
        section+section{break-before:page}
        header{margin-bottom:1em}
        h2,h3,caption,figcaption{break-after:avoid}
        figure,tr{break-inside:avoid}
        .whole{break-inside:avoid}.panels{break-inside:auto}
        thead{display:table-header-group;break-after:avoid}
        tbody tr:nth-child(-n+2),tbody tr:nth-last-child(-n+2){break-before:avoid}
        table{font-size:7.8pt;line-height:1.22}th,td{padding:.55mm 1.2mm}
        .table,.drawing{overflow:visible}
        p,li{orphans:3;widows:3}
        .spark{width:24mm;height:4.6mm}
        a{color:inherit;text-decoration:none}
        }
        """
    }
}
