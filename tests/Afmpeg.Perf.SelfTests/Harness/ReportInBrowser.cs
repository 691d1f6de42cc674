using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Reports.Pages;
using Afmpeg.Perf.Reports.Pictures;
using Microsoft.Playwright;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>The committed run's report.html, written to a folder of its own, and the browser that specs open it in.</summary>
public sealed class ReportInBrowser : IAsyncLifetime, IDisposable
{
    private const string Chromium = "/usr/bin/chromium";

    private static readonly string[] Quietly =
    [
        "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
    ];

    private readonly TemporaryFolder folder = new();
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>The page that was written.</summary>
    public ReportPage Page { get; } = PageCatalog.Of(new PageInput(CommittedRun.Report, [.. PictureCatalog.Of(CommittedRun.Report), CannedPicture.Of("canned")]));

    /// <summary>Where the file is.</summary>
    public Uri Address => new(folder.File("report.html"));

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        ReportWriter.Write(CommittedRun.Report, Page, folder.Path);
        if (File.Exists(Chromium))
        {
            playwright = await Playwright.CreateAsync();
            browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium, Args = Quietly });
        }
    }

    /// <summary>Opens the file; where there is no browser the row is skipped, and red where everything must be judged.</summary>
    /// <param name="width">The window's width, in CSS pixels.</param>
    /// <param name="scheme">light or dark, as the reader's system has it.</param>
    /// <param name="scripts">Whether the browser runs scripts.</param>
    /// <returns>The file in the browser.</returns>
    public async Task<OpenedReport> Open(int width, string scheme, bool scripts = true)
    {
        if (browser is null)
        {
            var missing = $"{Chromium} is not here; apt-get install --no-install-recommends chromium";
            Skip.If(!TestSettings.Strict, missing);
            Assert.Fail($"AFMPEG_STRICT=1 wants the report seen in a browser: {missing}");
        }

        var context = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ColorScheme = scheme == "dark" ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = scripts,
            ViewportSize = new ViewportSize { Width = width, Height = width < 600 ? 740 : 900 },
        });
        var opened = new OpenedReport(await context.NewPageAsync());
        await opened.Page.GotoAsync(Address.AbsoluteUri);
        return opened;
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        playwright?.Dispose();
        folder.Dispose();
    }
}
